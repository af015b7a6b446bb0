"""`python -m drafter`: the program where its script is not on the path."""

from drafter.cli.main import main

if __name__ == "__main__":
    main()
