package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.model.Certainty;
import dev.perflint.types.TypeRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which types are created by a file that also interrupts threads or cancels tasks. */
final class Interrupters {
  private final Set<String> created = new HashSet<>();

  Interrupters(List<FileAnalysis> files) {
    for (FileAnalysis file : files) {
      if (file.interrupts()) {
        for (TypeFacts type : file.types()) {
          type.methods().forEach(this::collect);
        }
      }
    }
  }

  private void collect(MethodFacts method) {
    for (CallFacts call : method.calls()) {
      if (call.callee().name().equals(MemberNames.CONSTRUCTOR)) {
        if (call.callee().owner() instanceof TypeRef.Named named) {
          created.add(named.name());
        } else if (call.callee().owner() instanceof TypeRef.OneOf oneOf) {
          created.addAll(oneOf.names());
        }
      }
    }
  }

  Certainty certainty(String type) {
    return created.contains(type) ? Certainty.LIKELY : Certainty.NO;
  }
}
