package shop.notice;

import org.springframework.data.jpa.repository.JpaRepository;

/** The notices. */
public interface NoticeRepository extends JpaRepository<Notice, Long> {}
