project = "1939"
extensions = ["myst_parser", "colophon.catalogs"]
html_theme = "furo"
html_title = "1939"
html_last_updated_fmt = ""
numfig = True
