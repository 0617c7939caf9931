package dev.perflint.rules.io;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Lifetimes;
import dev.perflint.facts.ValueUses;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What becomes of a stream that a method opens, as far as the file shows. */
final class OpenedStreams {
  /** Closing them closes what they wrap, so that they stand for it. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "BufferedInputStream",
          "BufferedOutputStream",
          "BufferedReader",
          "BufferedWriter",
          "DataInputStream",
          "DataOutputStream",
          "GZIPInputStream",
          "GZIPOutputStream",
          "InputStreamReader",
          "LineNumberReader",
          "ObjectInputStream",
          "ObjectOutputStream",
          "OutputStreamWriter",
          "PrintStream",
          "PrintWriter",
          "PushbackInputStream",
          "Scanner",
          "ZipInputStream",
          "ZipOutputStream");

  /** They read what they are given, and say that they do not close it. */
  private static final List<MemberPattern> READERS =
      Stream.of(
              "java.nio.file.Files#copy(InputStream, Path)",
              "java.nio.file.Files#copy(InputStream, Path, CopyOption...)",
              "java.security.KeyStore#load(InputStream, char[])",
              "java.security.cert.CertificateFactory#generateCertificate(InputStream)",
              "java.security.cert.CertificateFactory#generateCertificates(InputStream)",
              "java.util.Properties#load(InputStream)",
              "java.util.Properties#load(Reader)",
              "java.util.Properties#store(OutputStream, String)",
              "java.util.Properties#store(Writer, String)",
              "java.util.jar.Manifest#new(InputStream)",
              "java.util.logging.LogManager#readConfiguration(InputStream)",
              "javax.imageio.ImageIO#read(InputStream)",
              "org.apache.commons.io.IOUtils#copy(*)",
              "org.apache.commons.io.IOUtils#readLines(*)",
              "org.apache.commons.io.IOUtils#toByteArray(*)",
              "org.apache.commons.io.IOUtils#toString(*)",
              "org.apache.commons.io.IOUtils#write(*)",
              "com.google.common.io.ByteStreams#copy(*)",
              "com.google.common.io.ByteStreams#toByteArray(*)",
              "com.google.common.io.CharStreams#toString(*)",
              "org.springframework.util.StreamUtils#copy(*)",
              "org.springframework.util.StreamUtils#copyToByteArray(*)",
              "org.springframework.util.StreamUtils#copyToString(*)")
          .map(MemberPattern::parse)
          .toList();

  private OpenedStreams() {}

  /** Neither a call nor a statement closes it, and nobody else gets hold of it who could. */
  static boolean isLeftOpen(Match match) {
    if (match.node() instanceof MethodReferenceExpr || isCleanedUp(match)) {
      return false;
    }
    ValueUses.Way way = new ValueUses.Way(OpenedStreams::isWrapper, other -> false, false);
    List<ValueUses.Use> uses = ValueUses.of(match.file(), (Expression) match.node(), way);
    return !uses.isEmpty() && uses.stream().allMatch(use -> leavesOpen(use, match));
  }

  /** {@code getClass().getResourceAsStream("/a")}, with or without the class loader between. */
  static Truth opensOwnResource(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    return Truth.of(
        call.getNameAsString().equals("getResourceAsStream")
            && call.getScope().filter(OpenedStreams::isOwnClass).isPresent());
  }

  private static boolean isOwnClass(Expression scope) {
    return scope instanceof MethodCallExpr call
        && (call.getNameAsString().equals("getClass") && call.getScope().isEmpty()
            || call.getNameAsString().equals("getClassLoader")
                && call.getScope().filter(OpenedStreams::isOwnClass).isPresent());
  }

  static boolean isResource(Match match) {
    return match.callee().equals("getResourceAsStream");
  }

  /** Whether the call or creation gives the stream with another face. */
  static boolean isWrapper(Site call) {
    return call.node() instanceof ObjectCreationExpr made
            && WRAPPERS.contains(made.getType().getNameAsString())
        || Calls.nameOf(call.node()).equals("requireNonNull");
  }

  private static boolean leavesOpen(ValueUses.Use use, Match match) {
    return switch (use.kind()) {
      case RECEIVER -> !Calls.nameOf(use.node()).toLowerCase(Locale.ROOT).contains("close");
      case ARGUMENT -> reads(use, match);
      case RETURNED -> true;
      case ELEMENT, CLOSED, ESCAPES -> false;
    };
  }

  /** Whether it is handed to a method that reads it and is over. */
  static boolean reads(ValueUses.Use use, Match match) {
    Site site = match.file().siteOf(use.node(), match.site());
    return READERS.stream().anyMatch(member -> match.file().calls().means(site, member).isShown());
  }

  /** Lombok closes what is annotated so. */
  private static boolean isCleanedUp(Match match) {
    return Lifetimes.holder(match.node())
        .flatMap(VariableDeclarator::getParentNode)
        .filter(VariableDeclarationExpr.class::isInstance)
        .filter(declared -> !((VariableDeclarationExpr) declared).getAnnotations().isEmpty())
        .isPresent();
  }
}
