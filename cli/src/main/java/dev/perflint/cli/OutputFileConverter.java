package dev.perflint.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code sarif=build/perflint.sarif}. */
final class OutputFileConverter implements ITypeConverter<OutputFile> {
  private static final WordConverter<Format> FORMATS = new WordConverter<>(Format.class);

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
    return new OutputFile(FORMATS.convert(value.substring(0, equals)), Path.of(file));
  }
}
