package dev.perflint.analysis;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.EntryPoint;
import dev.perflint.source.Frame;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What makes a method an entry point: its annotations, or a supertype of its class and its name. */
final class EntryReader {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z|]+)}");

  private final FileContext file;

  EntryReader(FileContext file) {
    this.file = file;
  }

  List<MethodFacts.Entry> of(MethodDeclaration method, Frame frame) {
    List<MethodFacts.Entry> entries = new ArrayList<>(1);
    boolean annotated = !method.getAnnotations().isEmpty();
    for (EntryPoint entry : file.knowledge().entryPoints()) {
      if (entry.annotation().isPresent() && annotated) {
        Annotations.find(method, List.of(entry.annotation().get()), file.names(), frame)
            .ifPresent(found -> entries.add(new MethodFacts.Entry(entry.kind(), label(entry, found, frame), Truth.SURE)));
      } else if (entry.supertype().isPresent() && matchesName(entry, method)) {
        Truth truth =
            frame.nearest(Frame.Kind.TYPE).map(t -> file.roles().typeIsA(t, entry.supertype().get())).orElse(Truth.NO);
        if (truth.mayBeReported()) {
          entries.add(new MethodFacts.Entry(entry.kind(), entry.label(), truth));
        }
      }
    }
    if (isMain(method)) {
      entries.add(new MethodFacts.Entry(EntryKind.COMMAND_LINE, "main", Truth.SURE));
    }
    return entries;
  }

  private static boolean matchesName(EntryPoint entry, MethodDeclaration method) {
    return entry.methods().isEmpty()
        ? method.getAnnotationByName("Override").isPresent()
        : entry.methods().contains(method.getNameAsString());
  }

  private static boolean isMain(MethodDeclaration method) {
    return method.getNameAsString().equals("main") && method.isStatic() && method.getParameters().size() == 1;
  }

  /** Fills the placeholders of a label, e.g. {@code GET {value|path}}, behind the path of the class. */
  private String label(EntryPoint entry, AnnotationExpr annotation, Frame frame) {
    Matcher matcher = PLACEHOLDER.matcher(entry.label());
    if (!matcher.find()) {
      return entry.label();
    }
    String own = attribute(annotation, matcher.group(1));
    String text = join(prefix(entry, frame, matcher.group(1)), own);
    String label = matcher.replaceFirst(Matcher.quoteReplacement(text)).strip();
    return label.isEmpty() ? annotation.getNameAsString() : label;
  }

  private static String attribute(AnnotationExpr annotation, String names) {
    for (String name : names.split("\\|")) {
      Optional<String> text = Annotations.text(annotation, name);
      if (text.isPresent()) {
        return text.get();
      }
    }
    return "";
  }

  private String prefix(EntryPoint entry, Frame frame, String attributes) {
    if (entry.prefixAnnotation().isEmpty()) {
      return "";
    }
    return frame
        .nearest(Frame.Kind.TYPE)
        .filter(type -> type.node() instanceof TypeDeclaration<?>)
        .flatMap(
            type ->
                Annotations.find(
                    (TypeDeclaration<?>) type.node(), List.of(entry.prefixAnnotation().get()), file.names(), type))
        .map(annotation -> attribute(annotation, attributes))
        .orElse("");
  }

  private static String join(String prefix, String path) {
    if (prefix.isEmpty() || path.isEmpty()) {
      return prefix + path;
    }
    boolean slash = prefix.endsWith("/") || path.startsWith("/");
    return slash ? prefix.replaceFirst("/$", "") + (path.startsWith("/") ? path : "/" + path) : prefix + "/" + path;
  }
}
