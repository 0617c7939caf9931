package dev.perflint.cli;

/** The report formats by name. */
@FunctionalInterface
interface ReportFormats {
  ReportFormat of(Format format, Look look);
}
