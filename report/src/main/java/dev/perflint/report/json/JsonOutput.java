package dev.perflint.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;

/** Writes records as indented JSON: members in the order of the record, {@code \n} line ends. */
public final class JsonOutput {
  private final ObjectWriter writer;

  private JsonOutput(JsonInclude.Include members) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    this.writer =
        JsonMapper.builder()
            .serializationInclusion(members)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build()
            .writer(printer);
  }

  /** Every member is written, {@code null} where there is nothing. */
  public static JsonOutput withNulls() {
    return new JsonOutput(JsonInclude.Include.ALWAYS);
  }

  /** Members without a value are left out. */
  public static JsonOutput withoutNulls() {
    return new JsonOutput(JsonInclude.Include.NON_NULL);
  }

  /** Writes one document and a line end; neither flushes nor closes. */
  public void write(Object document, Writer out) throws IOException {
    EscapingWriter escaping = new EscapingWriter(out);
    writer.writeValue(escaping, document);
    escaping.write('\n');
  }
}
