"""Personal data: the labels of the fields that hold it, names of people in text, and removing it."""
