package dev.perflint.cli;

import dev.perflint.words.Nearest;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of a few words, in whatever case, and knows which one was meant. (picocli's own
 * messages name enum constants in capitals, which is not what users type.)
 */
final class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {
  private final List<E> values;

  WordConverter(Class<E> type) {
    this.values = List.of(type.getEnumConstants());
  }

  @Override
  public E convert(String word) {
    List<String> words = values.stream().map(WordConverter::word).toList();
    int index = words.indexOf(word.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new TypeConversionException(
          "expected one of "
              + String.join(", ", words)
              + " but was '"
              + word
              + "'"
              + Nearest.hint(word, words));
    }
    return values.get(index);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
