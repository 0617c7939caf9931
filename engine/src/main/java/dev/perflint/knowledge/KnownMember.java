package dev.perflint.knowledge;

import dev.perflint.model.Cost;
import dev.perflint.model.Risk;
import java.util.Optional;

/**
 * What is known of a library's method or constructor.
 *
 * @param role one of {@link Roles}
 * @param kind what sort within the role, e.g. {@code http-client}; {@code ""} where there is one
 *     sort only
 * @param cost of one call
 * @param risk what happens when it is called too often or waits too long
 * @param threadSafe whether what it makes can be shared by threads
 * @param makes qualified name of the type that it creates
 * @param builtBy the name of the call that ends the chain of a builder and makes it, where that is
 *     not {@code build}
 * @param each reads on after "each time", e.g. "a selector thread and a TLS handshake"
 * @param instead one sentence in the imperative, lower case start, no full stop
 * @param evidence address of the page that says so
 * @param versions of the library for which all this holds
 * @param library as its users call it, e.g. "OkHttp"
 */
public record KnownMember(
    String role,
    String kind,
    MemberPattern member,
    Optional<Cost> cost,
    Optional<Risk> risk,
    boolean threadSafe,
    Optional<String> makes,
    Optional<String> builtBy,
    Optional<String> each,
    Optional<String> instead,
    Optional<String> evidence,
    VersionRange versions,
    String library) {
  /** The name of the call that makes what a builder was opened for. */
  public String endOfChain() {
    return builtBy.orElse("build");
  }
}
