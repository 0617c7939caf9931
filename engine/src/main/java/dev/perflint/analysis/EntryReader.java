package dev.perflint.analysis;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.perflint.facts.Administrators;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.GeneratedApis;
import dev.perflint.facts.GrpcServices;
import dev.perflint.facts.LabelTexts;
import dev.perflint.facts.Migrations;
import dev.perflint.facts.NappingWorkers;
import dev.perflint.facts.Schedules;
import dev.perflint.facts.Starters;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.EntryLabel;
import dev.perflint.knowledge.EntryPoint;
import dev.perflint.knowledge.EntryPoints;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What makes a method an entry point: its annotations, or a supertype of its class and its name.
 */
final class EntryReader {
  /** Ends the label of what nobody is to ask for any more; ranking knows the words. */
  private static final String DEPRECATED = " that is deprecated";

  private final FileContext file;
  private final EntryPoints all;

  EntryReader(FileContext file) {
    this.file = file;
    this.all = EntryPoints.of(file.knowledge());
  }

  List<MethodFacts.Entry> of(MethodDeclaration method, Frame frame) {
    List<MethodFacts.Entry> entries = new ArrayList<>(1);
    Optional<Frame> type = frame.nearest(Frame.Kind.TYPE);
    if (type.isEmpty()) {
      return entries;
    }
    List<EntryPoint> possible = possible(method, type.get());
    boolean tests = !possible.isEmpty() && isForTests(type.get());
    for (EntryPoint entry : possible) {
      Optional<AnnotationExpr> annotation = annotation(entry, method, frame);
      Truth truth = truth(entry, annotation, method, type.get());
      if (truth.mayBeReported()) {
        entries.add(
            new MethodFacts.Entry(
                tests ? EntryKind.TEST : entry.kind(),
                label(entry, annotation, method, type.get()),
                truth));
      }
    }
    boolean step = (overrides(method) || method.isPrivate()) && isMigration(type.get());
    if (step || Migrations.isMarked(file, frame)) {
      entries.add(new MethodFacts.Entry(EntryKind.START_UP, "migration", Truth.LIKELY));
    }
    if (overrides(method) && isServedByGrpc(method, type.get()) && entries.isEmpty()) {
      entries.add(new MethodFacts.Entry(EntryKind.REQUEST, "", Truth.LIKELY));
    }
    if (overrides(method)
        && GeneratedApis.areServedBy(method, type.get().node())
        && entries.isEmpty()) {
      String label =
          isForAdministrators(method, type.get()) ? "request" + Administrators.LABEL : "";
      entries.add(new MethodFacts.Entry(EntryKind.REQUEST, label, Truth.LIKELY));
    }
    if (entries.isEmpty() && Starters.are(method)) {
      entries.add(new MethodFacts.Entry(EntryKind.START_UP, "", Truth.LIKELY));
    }
    if (entries.isEmpty() && NappingWorkers.is(method)) {
      String schedule = NappingWorkers.schedule(method, file);
      entries.add(new MethodFacts.Entry(EntryKind.SCHEDULED, schedule, Truth.LIKELY));
    }
    if (isMain(method)) {
      entries.add(new MethodFacts.Entry(EntryKind.COMMAND_LINE, "main", Truth.SURE));
    }
    return entries;
  }

  /**
   * Whatever runs the steps of an upgrade, or is handed them, does so when a new release starts.
   */
  private boolean isMigration(Frame type) {
    return Migrations.isNamed(file.typeNameAround(type));
  }

  /** By the name of its base class, and by what the method answers to. */
  private static boolean isServedByGrpc(MethodDeclaration method, Frame type) {
    return GrpcServices.isNamed(type.node())
        && method.getParameters().stream()
            .anyMatch(
                parameter ->
                    parameter.getType() instanceof ClassOrInterfaceType observer
                        && observer.getNameAsString().equals("StreamObserver"));
  }

  private List<EntryPoint> possible(MethodDeclaration method, Frame type) {
    List<String> annotations =
        method.getAnnotations().isEmpty()
            ? List.of()
            : method.getAnnotations().stream().map(a -> a.getName().getIdentifier()).toList();
    return all.of(
        method.getNameAsString(), annotations, overrides(method), isOffered(method, type));
  }

  /** The entry's own annotation on the method; empty where a supertype makes it an entry point. */
  private Optional<AnnotationExpr> annotation(
      EntryPoint entry, MethodDeclaration method, Frame frame) {
    return !entry.marksMethods() || method.getAnnotations().isEmpty()
        ? Optional.empty()
        : Annotations.find(method, List.of(entry.annotation().orElseThrow()), file.names(), frame);
  }

  private Truth truth(
      EntryPoint entry, Optional<AnnotationExpr> annotation, MethodDeclaration method, Frame type) {
    if (!file.roles().isHandedWhatItTakes(entry, method, type)) {
      return Truth.NO;
    }
    if (entry.marksMethods()) {
      return Truth.of(annotation.isPresent());
    }
    boolean named =
        matchesName(entry, method)
            && (entry.annotation().isEmpty() || onType(entry, type).isPresent());
    if (!named || entry.supertype().isEmpty()) {
      return Truth.of(named);
    }
    return file.roles().typeIsA(type, entry.supertype().get()).and(isMapped(entry, type));
  }

  private Truth isMapped(EntryPoint entry, Frame type) {
    boolean asked =
        entry.kind() == EntryKind.REQUEST
            && file.knowledge().types(Roles.MAPPED).contains(entry.supertype().orElseThrow())
            && type.node() instanceof TypeDeclaration<?>;
    return asked ? Truth.open(new Question.Mapped(file.names().qualifiedName(type))) : Truth.SURE;
  }

  /**
   * Whether the configuration lets virtual threads run a method, as far as it is an entry point.
   */
  Truth virtualIfConfigured(MethodDeclaration method, Frame frame) {
    Truth truth = Truth.NO;
    Optional<Frame> type = frame.nearest(Frame.Kind.TYPE);
    for (EntryPoint entry :
        type.isPresent() ? possible(method, type.get()) : List.<EntryPoint>of()) {
      if (entry.virtualIf().isPresent()) {
        Truth enters = truth(entry, annotation(entry, method, frame), method, type.get());
        String key = entry.virtualIf().get();
        truth = truth.or(enters.and(Truth.open(new Question.Enabled(List.of(key)))));
      }
    }
    return truth;
  }

  /** Whether the type is there in the profile of tests only: a request to it is a test's. */
  private boolean isForTests(Frame type) {
    return type.node() instanceof TypeDeclaration<?> declared
        && Annotations.find(
                declared, file.knowledge().annotations(Roles.NEEDS_PROFILE), file.names(), type)
            .filter(profile -> profile.findFirst(ArrayInitializerExpr.class).isEmpty())
            .flatMap(profile -> Annotations.text(profile, "value"))
            .filter(name -> name.equalsIgnoreCase("test"))
            .isPresent();
  }

  private Optional<AnnotationExpr> onType(EntryPoint entry, Frame type) {
    return type.node() instanceof TypeDeclaration<?> declared
        ? Annotations.find(declared, List.of(entry.annotation().orElseThrow()), file.names(), type)
        : Optional.empty();
  }

  private static boolean matchesName(EntryPoint entry, MethodDeclaration method) {
    return entry.methods().isEmpty()
        ? overrides(method)
        : entry.marksClasses() || entry.methods().contains(method.getNameAsString());
  }

  /** Whether it may be what an annotation on its class offers to others. */
  private static boolean isOffered(MethodDeclaration method, Frame type) {
    return method.isPublic()
        && !method.isStatic()
        && type.node() instanceof TypeDeclaration<?> declared
        && !declared.getAnnotations().isEmpty();
  }

  private static boolean overrides(MethodDeclaration method) {
    return method.isPublic() && Annotations.sayOverride(method);
  }

  private static boolean isMain(MethodDeclaration method) {
    return method.getNameAsString().equals("main")
        && method.isStatic()
        && method.getParameters().size() == 1;
  }

  private String label(
      EntryPoint entry, Optional<AnnotationExpr> own, MethodDeclaration method, Frame type) {
    String text =
        entry.label().map(label -> label.render(part -> text(part, own, method, type))).orElse("");
    String label = text.isBlank() ? own.map(a -> "@" + a.getNameAsString()).orElse("") : text;
    if (entry.kind() == EntryKind.SCHEDULED && own.isPresent()) {
      String schedule = Schedules.of(own.get(), file);
      return label.contains(schedule) ? label : label + " " + schedule;
    }
    if (entry.kind() != EntryKind.REQUEST) {
      return label;
    }
    String whom = isForAdministrators(method, type) ? Administrators.LABEL : "";
    return label + whom + (isDeprecated(method, type) ? DEPRECATED : "");
  }

  private static boolean isDeprecated(MethodDeclaration method, Frame type) {
    return method.getAnnotationByName("Deprecated").isPresent()
        || type.node() instanceof TypeDeclaration<?> declared
            && declared.getAnnotationByName("Deprecated").isPresent();
  }

  private static boolean isForAdministrators(MethodDeclaration method, Frame type) {
    return Administrators.areMeant(method)
        || Administrators.areAskedFor(method)
        || type.node() instanceof TypeDeclaration<?> declared && Administrators.areMeant(declared);
  }

  private Optional<String> text(
      EntryLabel.Attribute part,
      Optional<AnnotationExpr> own,
      MethodDeclaration method,
      Frame type) {
    Optional<AnnotationExpr> annotation = own;
    if (part.annotation().isPresent()) {
      boolean ofClass = part.carrier() == EntryLabel.Carrier.CLASS;
      if (ofClass && !(type.node() instanceof TypeDeclaration<?>)) {
        return Optional.empty();
      }
      NodeWithAnnotations<?> carrier = ofClass ? (TypeDeclaration<?>) type.node() : method;
      annotation = Annotations.find(carrier, List.of(part.annotation().get()), file.names(), type);
    }
    for (String attribute : part.attributes()) {
      Optional<String> value = annotation.flatMap(a -> LabelTexts.of(a, attribute));
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }
}
