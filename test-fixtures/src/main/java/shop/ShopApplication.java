package shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The shop. */
@SpringBootApplication
@EnableScheduling
public class ShopApplication {}
