package dev.perflint.report.github;

import dev.perflint.UsageException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where GitHub is and who asks.
 *
 * @param api without a slash at its end
 * @param token never shown
 */
public record GitHubAccess(URI api, Optional<String> token) {
  private static final String PUBLIC = "https://api.github.com";

  /**
   * What the environment says: {@code GITHUB_API_URL} of an Enterprise server, {@code GH_TOKEN}
   * before {@code GITHUB_TOKEN}.
   *
   * @throws UsageException for an address that a token must not be sent to
   */
  public static GitHubAccess of(Map<String, String> environment) {
    String address = word("GITHUB_API_URL", environment).orElse(PUBLIC).replaceAll("/+$", "");
    URI api;
    try {
      api = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new UsageException("GITHUB_API_URL is no address: " + address, e);
    }
    boolean here = "localhost".equals(api.getHost()) || "127.0.0.1".equals(api.getHost());
    if (!"https".equals(api.getScheme()) && !("http".equals(api.getScheme()) && here)) {
      throw new UsageException("GITHUB_API_URL has to begin with https://, not " + address);
    }
    return new GitHubAccess(
        api, word("GH_TOKEN", environment).or(() -> word("GITHUB_TOKEN", environment)));
  }

  private static Optional<String> word(String variable, Map<String, String> environment) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** A record's own would show the token. */
  @Override
  public String toString() {
    return api + (token.isPresent() ? " with a token" : " without a token");
  }
}
