"""One file a question about the organisation."""
