"""The file formats that `load` reads: one module each, named as the file name ends."""
