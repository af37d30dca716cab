"""Running the outside judges (EPUBCheck, Ace) and reading their reports."""
