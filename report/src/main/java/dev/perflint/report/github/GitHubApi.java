package dev.perflint.report.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The REST API of GitHub. Every request has a deadline. What cannot have happened yet, or does the
 * same when it happens twice, is tried again; what GitHub asks to wait for is waited for.
 */
public final class GitHubApi {
  /** Waits; a test need not. */
  @FunctionalInterface
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");

  private final GitHubAccess access;
  private final Pause pause;
  private final Patience patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER) // the token goes nowhere else
          .build();

  public GitHubApi(GitHubAccess access) {
    this(access, time -> Thread.sleep(time.toMillis()), InstantSource.system());
  }

  GitHubApi(GitHubAccess access, Pause pause, InstantSource clock) {
    this.access = access;
    this.pause = pause;
    this.patience = new Patience(LONGEST_PAUSE, clock);
  }

  /**
   * @param path below the address of the API, with its query
   * @throws GitHubException when there is no good answer
   */
  public JsonNode get(String path) {
    return json(send(request("GET", at(path), Optional.empty())));
  }

  /** The elements of all pages of a list. */
  public List<JsonNode> pages(String path) {
    List<JsonNode> all = new ArrayList<>();
    Optional<URI> page = Optional.of(at(path));
    while (page.isPresent()) {
      HttpResponse<String> answer = send(request("GET", page.get(), Optional.empty()));
      json(answer).forEach(all::add);
      page = next(answer);
    }
    return all;
  }

  /** Makes something, at most once. */
  public JsonNode post(String path, Object body) {
    return json(send(request("POST", at(path), Optional.of(body))));
  }

  /** Changes something into what the body says, however often. */
  public JsonNode patch(String path, Object body) {
    return json(send(request("PATCH", at(path), Optional.of(body))));
  }

  /** Waits between two looks at something that is not done yet. */
  void rest(Duration time) {
    try {
      pause.of(time);
    } catch (InterruptedException e) {
      throw cancelled(e);
    }
  }

  private URI at(String path) {
    return URI.create(access.api() + path);
  }

  private HttpRequest request(String method, URI uri, Optional<Object> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(ANSWER)
            .header("Accept", "application/vnd.github+json")
            .header("X-GitHub-Api-Version", "2022-11-28")
            .header("User-Agent", "perflint")
            .method(
                method,
                body.map(content -> BodyPublishers.ofString(written(content)))
                    .orElse(BodyPublishers.noBody()));
    access.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request.build();
  }

  private HttpResponse<String> send(HttpRequest request) {
    for (int tried = 0; ; tried++) {
      boolean last = tried == Patience.TRIES - 1;
      Duration wait;
      try {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() < 300) {
          return answer;
        }
        Optional<Duration> asked = patience.asked(answer.statusCode(), answer.headers(), tried);
        boolean again = asked.isPresent() || (answer.statusCode() >= 500 && isRepeatable(request));
        if (last || !again) {
          throw refused(request, answer);
        }
        wait = asked.orElse(Patience.afterFailure(tried));
        if (wait.compareTo(patience.longest()) > 0) {
          throw new GitHubException(
              answer.statusCode(),
              "GitHub takes no more requests for %d minutes; run it again then"
                  .formatted(wait.toMinutes() + 1));
        }
      } catch (IOException e) {
        if (last || !(isRepeatable(request) || wasNotSent(e))) {
          throw new GitHubException(
              "no answer from %s: %s".formatted(request.uri().getHost(), reason(e)), e);
        }
        wait = Patience.afterFailure(tried);
      } catch (InterruptedException e) {
        throw cancelled(e);
      }
      rest(wait);
    }
  }

  private static boolean isRepeatable(HttpRequest request) {
    return !request.method().equals("POST");
  }

  private static boolean wasNotSent(IOException e) {
    return e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
  }

  private static CancellationException cancelled(InterruptedException e) {
    Thread.currentThread().interrupt();
    CancellationException cancelled = new CancellationException("interrupted");
    cancelled.initCause(e);
    return cancelled;
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private GitHubException refused(HttpRequest request, HttpResponse<String> answer) {
    String said = Refusals.text(request.method(), request.uri().getPath(), answer, access);
    return new GitHubException(answer.statusCode(), withoutToken(said));
  }

  /** An answer may quote what was sent. */
  private String withoutToken(String text) {
    return access.token().map(token -> text.replace(token, "***")).orElse(text);
  }

  /** The next page; only of the same server, since the token goes along. */
  private Optional<URI> next(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("link")
        .map(NEXT::matcher)
        .filter(Matcher::find)
        .map(link -> URI.create(link.group(1)))
        .filter(uri -> uri.getAuthority().equals(access.api().getAuthority()));
  }

  private static String written(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + body.getClass(), e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new GitHubException(
          "%s answered with something that is no JSON".formatted(answer.uri().getHost()), e);
    }
  }
}
