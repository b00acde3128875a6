"""The file formats that rows are written in: one module each."""
