package dev.perflint.cli;

/** The formats of the report module. */
final class Reports implements ReportFormats {
  @Override
  public ReportFormat of(Format format, Look look) {
    throw new UnsupportedOperationException(format.id());
  }
}
