package dev.perflint.project;

import dev.perflint.model.RuleId;
import dev.perflint.rank.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One place gets one finding: where two rules see the same line, the one that supersedes the other
 * speaks.
 */
final class Superseding {
  private Superseding() {}

  static List<Place> resolve(List<Place> places) {
    Map<String, Set<RuleId>> silenced = new HashMap<>();
    for (Place place : places) {
      if (!place.rule().supersedes().isEmpty()) {
        silenced
            .computeIfAbsent(line(place), key -> new HashSet<>())
            .addAll(place.rule().supersedes());
      }
    }
    List<Place> kept = new ArrayList<>(places.size());
    Set<String> seen = new HashSet<>();
    for (Place place : places) {
      boolean first =
          seen.add(place.rule().id() + "@" + place.path() + "@" + place.candidate().region());
      if (first && !silenced.getOrDefault(line(place), Set.of()).contains(place.rule().id())) {
        kept.add(place);
      }
    }
    return kept;
  }

  private static String line(Place place) {
    return place.path() + ":" + place.candidate().region().startLine();
  }
}
