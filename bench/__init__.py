"""The benchmark: this project beside other extractors, on public sets of real pages.

Not part of the package. `README.md` in this folder says what is measured and how.
"""
