"""Reading: a document of any carrier becomes filings with places."""
