package com.acme.store;

public record Order(Long id, String customer) {}
