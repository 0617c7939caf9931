package shop.notice;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Writes notices. */
@Service
public class NoticeService {
  private final NoticeRepository notices;
  private final JdbcTemplate jdbc;

  NoticeService(NoticeRepository notices, JdbcTemplate jdbc) {
    this.notices = notices;
    this.jdbc = jdbc;
  }

  public void add(String text) {
    notices.save(new Notice(text));
  }

  public void addAll(List<String> texts) {
    jdbc.batchUpdate(
        "insert into notice (text) values (?)",
        texts.stream().map(text -> new Object[] {text}).toList());
  }

  public void addAllAsEntities(List<String> texts) {
    notices.saveAll(texts.stream().map(Notice::new).toList()); // n+1
  }
}
