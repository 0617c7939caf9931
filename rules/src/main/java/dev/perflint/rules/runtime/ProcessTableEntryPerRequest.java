package dev.perflint.rules.runtime;

import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

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

/** Flags entries in tables that live as long as the process, made for each request. */
@AutoService(RuleSource.class)
public final class ProcessTableEntryPerRequest implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("process-table-entry-per-request")
        .since("0.1")
        .theme(Theme.RUNTIME)
        .group(Group.PREVIEW)
        .outage("it grows with each request until the process ends")
        // A path is some bytes: who uploads a file now and then never fills the heap.
        .riskOf(m -> m.callee().equals("deleteOnExit") ? Risk.BUILD_UP : Risk.OUTAGE)
        .effect("1 µs and 200 B that stay until the process ends")
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.MINUTES_10)
        .userImpact("temporary files are gone after the request, not after the next restart")
        .summary("file or hook registered for the end of the process on each request")
        .why(
            """
            `deleteOnExit` writes the path into a table that only the end of the process empties, also when the file has long
            been deleted, and a shutdown hook is a thread object that is kept as long. A server that adds one for each request
            grows until it is restarted, most often leaves the temporary files on the disk until then as well, and needs
            minutes to stop.""")
        .instead(
            "Delete the file in a `finally` block, or when what reads it is closed; a hook that is needed is registered"
                + " once and walks a collection from which finished work takes itself out.")
        .caveat("It does not matter in a program that handles some files and ends.")
        .evidence(
            new Evidence.Reference(
                "By its documentation a request for deletion at the end of the virtual machine cannot be cancelled.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/io/File.html#deleteOnExit()"))
        .flag(
            call("java.io.File#deleteOnExit()", "java.lang.Runtime#addShutdownHook(Thread)")
                .inside(runsPer("request", "message", "event-loop", "reactive", "scheduled")))
        .unless(
            "only when it cannot be deleted now",
            onFailure().or(that("behind a failed delete", ExitTables::isSecondTry)))
        .unless("taken out again", that("the hook is removed", ExitTables::isRemoved))
        .say(ProcessTableEntryPerRequest::message)
        .build();
  }

  private static String message(Match match) {
    return "`%s` adds an entry %s that stays until the process ends."
        .formatted(match.callee(), match.howOften());
  }
}
