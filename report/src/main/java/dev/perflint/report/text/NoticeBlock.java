package dev.perflint.report.text;

import dev.perflint.model.Notice;
import dev.perflint.report.content.Printable;
import java.io.IOException;
import java.util.List;

/** What went wrong or was left out, so that nobody takes silence for a clean file. */
final class NoticeBlock {
  private final Sheet sheet;

  NoticeBlock(Sheet sheet) {
    this.sheet = sheet;
  }

  void write(List<Notice> notices) throws IOException {
    sheet.line(sheet.palette().strong("Notices"));
    for (Notice notice : notices) {
      sheet.line(Sheet.INDENT + sheet.palette().place(place(notice)) + subject(notice));
      sheet.paragraph(Printable.of(notice.message()), line -> "  " + line);
    }
  }

  private static String place(Notice notice) {
    String path = notice.path().map(Printable::of).orElse("whole run");
    return notice.line() > 0 ? path + ":" + notice.line() : path;
  }

  private static String subject(Notice notice) {
    String what = notice.kind().id().replace('-', ' ');
    return "  " + what + notice.rule().map(rule -> " in " + rule).orElse("");
  }
}
