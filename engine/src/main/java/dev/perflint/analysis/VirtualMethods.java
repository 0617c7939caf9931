package dev.perflint.analysis;

import com.github.javaparser.ast.body.MethodDeclaration;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.Beans;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Set;

/** Which methods a container runs on virtual threads: by annotation, or as it is configured. */
final class VirtualMethods {
  /** What makes its value on an event loop, even where other methods get threads. */
  private static final String REACTIVE = "org.reactivestreams.Publisher";

  /** Executors by name; {@code blocking} is made of virtual threads where the JDK has them. */
  private static final Set<String> VIRTUAL = Set.of("virtual", "VIRTUAL", "blocking", "BLOCKING");

  private final FileContext file;
  private final EntryReader entries;

  VirtualMethods(FileContext file, EntryReader entries) {
    this.file = file;
    this.entries = entries;
  }

  Truth of(MethodDeclaration method, TypeRef returns, Frame frame) {
    boolean marked =
        Annotations.ofMethod(method, Roles.VIRTUAL_THREADS, file, frame).isPresent()
            || Annotations.ofMethod(method, Roles.NAMES_EXECUTOR, file, frame)
                .flatMap(named -> Annotations.text(named, "value"))
                .filter(VIRTUAL::contains)
                .isPresent();
    if (marked) {
      return Truth.SURE;
    }
    Truth configured = entries.virtualIfConfigured(method, frame).or(asynchronous(method, frame));
    return configured.isNo()
        ? configured
        : configured.and(file.types().resolver().isA(returns, REACTIVE).not());
  }

  /** A method of which no annotation says on which executor it runs. */
  private Truth asynchronous(MethodDeclaration method, Frame frame) {
    List<String> keys = file.knowledge().properties(Roles.VIRTUAL_THREADS);
    return file.roles().runsLater(method, frame) && Beans.runner(method, frame, file).isEmpty()
        ? Truth.open(new Question.Enabled(keys))
        : Truth.NO;
  }
}
