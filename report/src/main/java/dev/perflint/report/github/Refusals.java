package dev.perflint.report.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Why GitHub refused a request, and what a user can do about it. */
final class Refusals {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Refusals() {}

  static String text(String method, String path, HttpResponse<String> answer, GitHubAccess access) {
    String said = said(answer.body());
    String what = method + " " + path;
    String why =
        switch (answer.statusCode()) {
          case 301, 307, 308 -> "the repository has moved; name it as it is called now";
          case 401 ->
              access.token().isPresent()
                  ? "the token in GH_TOKEN or GITHUB_TOKEN is not valid"
                  : "it wants a token in GH_TOKEN or GITHUB_TOKEN";
          case 403 ->
              "the token may not do this; "
                  + (path.contains("/code-scanning/")
                      ? "it needs the permission security-events: write, and the repository code"
                          + " scanning"
                      : "it needs the permission issues: write");
          case 404 ->
              access.token().isPresent()
                  ? "there is no such repository, or the token may not see it"
                  : "there is no such repository, or it takes a token in GH_TOKEN or GITHUB_TOKEN";
          case 410 -> "issues are switched off in this repository";
          case 413 -> "it is too large";
          case 422 -> "it is not valid";
          default -> answer.statusCode() >= 500 ? "GitHub has a problem; try again later" : "";
        };
    StringBuilder text = new StringBuilder("GitHub refused " + what);
    text.append(" (").append(answer.statusCode()).append(')');
    if (!why.isEmpty()) {
      text.append(": ").append(why);
    }
    if (!said.isEmpty()) {
      text.append(why.isEmpty() ? ": " : "; it says: ").append(said);
    }
    return text.toString();
  }

  /** The message of the answer and those of its errors. */
  private static String said(String body) {
    JsonNode answer = read(body);
    List<String> parts = new ArrayList<>();
    add(answer.path("message").asText(""), parts);
    for (JsonNode error : answer.path("errors")) {
      add(error.isTextual() ? error.asText() : ofError(error), parts);
    }
    return String.join(", ", parts);
  }

  private static String ofError(JsonNode error) {
    String message = error.path("message").asText("");
    return message.isEmpty()
        ? (error.path("field").asText("") + " " + error.path("code").asText("")).strip()
        : message;
  }

  private static void add(String text, List<String> to) {
    if (!text.isBlank()) {
      to.add(text.strip());
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      // The page of a proxy; its status has to do.
      return MissingNode.getInstance();
    }
  }
}
