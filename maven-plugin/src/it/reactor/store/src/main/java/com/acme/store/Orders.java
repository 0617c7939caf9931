package com.acme.store;

import org.springframework.data.repository.CrudRepository;

public interface Orders extends CrudRepository<Order, Long> {}
