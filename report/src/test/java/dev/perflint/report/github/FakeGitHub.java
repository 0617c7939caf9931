package dev.perflint.report.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A GitHub that keeps what it is sent and answers as the real one does, or as it is told to. */
public final class FakeGitHub implements AutoCloseable {
  public static final String TOKEN = "ghp_0123456789secret";

  /** What came in. */
  public record Request(String method, String path, Optional<String> token, JsonNode body) {
    boolean writes() {
      return !method.equals("GET");
    }
  }

  /** What goes out; a status of 0 ends the connection without a word. */
  public record Answer(int status, String body, Map<String, String> headers) {
    public static Answer of(int status, String body) {
      return new Answer(status, body, Map.of());
    }

    Answer with(String header, String value) {
      Map<String, String> all = new LinkedHashMap<>(headers);
      all.put(header, value);
      return new Answer(status, body, all);
    }
  }

  /** Answers the requests of one part of the API. */
  @FunctionalInterface
  public interface Part {
    Optional<Answer> answer(Request request);
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final List<Request> requests = new ArrayList<>();
  private final Deque<Answer> next = new ArrayDeque<>();
  private final Part part;

  public FakeGitHub(Part part) throws IOException {
    this.part = part;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v3");
  }

  GitHubAccess access() {
    return new GitHubAccess(uri(), Optional.of(TOKEN));
  }

  /** The next requests are answered with these, whatever they ask. */
  synchronized void answerNext(Answer... answers) {
    next.addAll(List.of(answers));
  }

  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  public List<Request> writes() {
    return requests().stream().filter(Request::writes).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString().replaceFirst("^/api/v3", ""),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
              JSON.readTree(text.isEmpty() ? "null" : text));
      Answer answer = answer(request);
      if (answer.status() == 0) {
        return;
      }
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized Answer answer(Request request) {
    requests.add(request);
    if (!next.isEmpty()) {
      return next.remove();
    }
    return part.answer(request)
        .orElse(Answer.of(404, "{\"message\": \"Not Found\", \"status\": \"404\"}"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
