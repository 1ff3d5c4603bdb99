"""What travels: bundles in and out, as folders of CSV files or workbooks."""

from tracker.exchange.bundle.bundle_reading import MOST_UPLOADED, Bundle, read_bundle
from tracker.exchange.bundle.bundle_writing import write_bundle
from tracker.exchange.bundle.definition_files import Known
from tracker.exchange.bundle.template import write_template

__all__ = ["MOST_UPLOADED", "Bundle", "Known", "read_bundle", "write_bundle", "write_template"]
