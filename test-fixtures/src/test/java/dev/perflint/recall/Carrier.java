package dev.perflint.recall;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;

/** What the carrier's server answers; nothing leaves this process. */
final class Carrier implements ClientHttpResponse {
  @Override
  public HttpStatusCode getStatusCode() {
    return HttpStatus.OK;
  }

  @Override
  public String getStatusText() {
    return "OK";
  }

  @Override
  public HttpHeaders getHeaders() {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.TEXT_PLAIN);
    return headers;
  }

  @Override
  public InputStream getBody() {
    return new ByteArrayInputStream("under way".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {}
}
