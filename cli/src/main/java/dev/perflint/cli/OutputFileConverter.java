package dev.perflint.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code sarif=build/perflint.sarif}. */
final class OutputFileConverter implements ITypeConverter<OutputFile> {
  private static final List<String> FORMATS =
      Arrays.stream(Format.values()).map(Format::id).toList();

  @Override
  public OutputFile convert(String value) {
    int equals = value.indexOf('=');
    if (equals < 1 || equals == value.length() - 1) {
      throw new TypeConversionException(
          "'" + value + "' is not FORMAT=FILE, such as sarif=perflint.sarif");
    }
    String file = value.substring(equals + 1);
    if (file.equals("-")) {
      throw new TypeConversionException("it names a file; --format is for the standard output");
    }
    return new OutputFile(format(value.substring(0, equals)), Path.of(file));
  }

  private static Format format(String word) {
    for (Format format : Format.values()) {
      if (format.id().equalsIgnoreCase(word)) {
        return format;
      }
    }
    throw new TypeConversionException(
        "unknown format '"
            + word
            + "' (there are "
            + String.join(", ", FORMATS)
            + ")"
            + Nearest.hint(word, FORMATS));
  }
}
