package com.acme;

record Order(long id, long cents) {}
