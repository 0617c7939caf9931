package dev.perflint.project;

import dev.perflint.knowledge.EntryKind;
import dev.perflint.rank.Argument;
import dev.perflint.rank.RankingNumbers;
import dev.perflint.types.TypeRef;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * How many elements an entry point is given at most at each of its parameters. Somebody has put
 * together what a request carries, and a message most often tells of one thing that happened; only
 * a listener to many messages at once has its parameter to tell so.
 */
final class HandedOver {
  private static final Set<String> MANY =
      Set.of(
          "Collection",
          "Flux",
          "Iterable",
          "Iterator",
          "List",
          "Messages",
          "Multi",
          "Publisher",
          "Queue",
          "Set",
          "Stream");

  /** Of Kafka and of streams, which a listener gets a batch of. */
  private static final String RECORDS = "Records";

  /** Events of AWS, of which each holds a batch of messages, rows or files. */
  private static final String EVENTS_OF_AWS = "com.amazonaws.services.lambda.runtime.events.";

  private static final Argument FEW = Argument.of(RankingNumbers.REQUEST_ELEMENTS);

  private HandedOver() {}

  /** One for each parameter; empty when nothing is known of any. */
  static List<Argument> at(EntryKind kind, List<TypeRef> parameters) {
    return switch (kind) {
      case REQUEST -> Collections.nCopies(parameters.size(), FEW);
      case MESSAGE -> parameters.stream().map(HandedOver::ofMessage).toList();
      default -> List.of();
    };
  }

  private static Argument ofMessage(TypeRef type) {
    boolean one =
        type instanceof TypeRef.Named named
            ? isOne(named.name())
            : type instanceof TypeRef.OneOf any
                ? any.names().stream().allMatch(HandedOver::isOne)
                : type instanceof TypeRef.ArrayOf array
                    && array.component() instanceof TypeRef.Named of
                    && of.name().equals("byte");
    return one ? FEW : Argument.UNKNOWN;
  }

  private static boolean isOne(String type) {
    return !MANY.contains(type.substring(type.lastIndexOf('.') + 1))
        && !type.endsWith(RECORDS)
        && !type.startsWith(EVENTS_OF_AWS);
  }
}
