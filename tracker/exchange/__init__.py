"""What travels: bundles in and out, as folders of CSV files or workbooks."""

from tracker.exchange.bundle import MOST_UPLOADED, Bundle, read_bundle
from tracker.exchange.definitions import Known
from tracker.exchange.writing import write_bundle

__all__ = ["MOST_UPLOADED", "Bundle", "Known", "read_bundle", "write_bundle"]
