package dev.perflint.rules.io;

import static dev.perflint.match.Conditions.onUncalledWay;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags streams over folders and files that nobody closes. */
@AutoService(RuleSource.class)
public final class LazyStreamNotClosed implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("lazy-stream-not-closed")
        .since("0.1")
        .theme(Theme.IO)
        .group(Group.PREVIEW)
        .outage("each keeps a file open, of which a process may have some thousand")
        .effectFromKnowledge("one or two file descriptors lost for good")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .userImpact("the process no longer runs out of file descriptors")
        .summary("stream over a folder or file that is never closed")
        .why(
            """
            `Files.list`, `Files.newDirectoryStream` and, where they are left before their end, `Files.walk` and `Files.find`
            hold the folder open until they are closed. No terminal operation closes them, and no garbage collection does: each
            call takes descriptors that come back when the process ends. A service that may open some thousands of files
            refuses its next connection or file after as many calls. `Files.lines` holds its file open until a collection
            finds the stream dead, which may be long after the last line.""")
        .instead("Open it in a try-with-resources statement, and do all that reads it in there.")
        .caveat(
            "It does not matter in a program that lists a few folders and ends. `Files.walk` and `Files.find` close what they"
                + " opened when they are read to their end and nothing fails on the way; these and `Files.lines`"
                + " are pedantic.")
        .evidence(
            new Evidence.Count(
                "On Linux, 500 calls of `Files.list(folder).count()` leave 1,000 entries in `/proc/self/fd`, and as many after"
                    + " a garbage collection, on JDK 17 as on JDK 25; so do 500 loops over `Files.newDirectoryStream`."))
        .flag(
            call(
                    "java.nio.file.Files#list(Path)",
                    "java.nio.file.Files#newDirectoryStream(*)",
                    "java.nio.file.Files#walk(*)",
                    "java.nio.file.Files#find(*)",
                    "java.nio.file.Files#lines(*)")
                .where(that("nothing closes it", FolderStreams::isLeftOpen)))
        .unless("only at start-up", runsPer("start-up"))
        .pedanticUnless(
            that("it is lost for good", FolderStreams::isLostForGood).and(onUncalledWay().not()),
            "streams over the lines of a file, which a collection closes, walks to their end, which close"
                + " themselves unless something fails, and code that nobody calls in an application")
        .say(LazyStreamNotClosed::message)
        .build();
  }

  private static String message(Match match) {
    if (FolderStreams.isLostForGood(match)) {
      return "`Files.%s` keeps the folder open %s: nothing closes it."
          .formatted(match.callee(), match.howOften());
    }
    return match.callee().equals("lines")
        ? "`Files.lines` keeps the file open until a collection finds the stream: nothing closes it."
        : "`Files.%s` closes its folders at its end only: what fails on the way leaves them open."
            .formatted(match.callee());
  }
}
