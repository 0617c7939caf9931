package dev.perflint.rules.io;

import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags files and resources that are opened, read or written, and left to the collector. */
@AutoService(RuleSource.class)
public final class StreamNotClosed implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("stream-not-closed")
        .since("0.1")
        .theme(Theme.IO)
        .group(Group.PREVIEW)
        .risk(Risk.BUILD_UP)
        .effectFromKnowledge("one file descriptor until a collection finds the stream")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .userImpact("the process no longer runs out of file descriptors under load")
        .summary("file or resource opened and never closed")
        .why(
            """
            A stream over a file holds a descriptor until it is closed. `Properties.load`, `KeyStore.load`, `IOUtils.toString`
            and their like read it and leave it open. Only a collection gives the descriptor back, and the more memory a
            process has, the longer that takes: under load descriptors run out while the heap is half empty, and then the
            next connection is refused. On Windows the file can be neither moved nor deleted meanwhile.""")
        .instead("Open it in a try-with-resources statement.")
        .caveat(
            "It does not matter for one file that is read at the start of a program. A resource out of a JAR holds no"
                + " descriptor of its own, but memory outside of the heap while it is open.")
        .evidence(
            new Evidence.Reference(
                "By its documentation a FileInputStream that is no longer reachable is closed by a cleaner; applications"
                    + " should close it rather than rely on that.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/io/FileInputStream.html"))
        .flag(
            anyOf(
                    on(MethodCallExpr.class, OpenedStreams::opensOwnResource),
                    call(
                        "java.io.FileInputStream#new(File)",
                        "java.io.FileInputStream#new(String)",
                        "java.io.FileOutputStream#new(File)",
                        "java.io.FileOutputStream#new(String)",
                        "java.io.FileOutputStream#new(File, boolean)",
                        "java.io.FileOutputStream#new(String, boolean)",
                        "java.io.FileReader#new(*)",
                        "java.io.FileWriter#new(*)",
                        "java.io.RandomAccessFile#new(*)",
                        "java.nio.file.Files#newInputStream(*)",
                        "java.nio.file.Files#newOutputStream(*)",
                        "java.nio.file.Files#newBufferedReader(*)",
                        "java.nio.file.Files#newBufferedWriter(*)",
                        "java.lang.Class#getResourceAsStream(String)",
                        "java.lang.ClassLoader#getResourceAsStream(String)"))
                .where(that("nothing closes it", OpenedStreams::isLeftOpen)))
        .pedanticUnless(
            loop()
                .or(runsPer("request", "message", "event-loop", "reactive", "scheduled", "batch"))
                .and(that("it is a file", m -> !OpenedStreams.isResource(m)))
                .and(runsPer("start-up", "command-line").not()),
            "resources of the class path, commands, and methods of which nobody knows how often they run")
        .say(StreamNotClosed::message)
        .build();
  }

  private static String message(Match match) {
    return OpenedStreams.isResource(match)
        ? "Nothing closes the resource that %s opens %s."
            .formatted(match.methodName(), match.howOften())
        : "Nothing closes what `%s` opens %s: its descriptor stays until a collection finds it."
            .formatted(
                match.callee().equals("new") ? match.typeName() : match.callee(), match.howOften());
  }
}
