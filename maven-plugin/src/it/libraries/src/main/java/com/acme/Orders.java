package com.acme;

/** What makes it a repository is said in a library. */
interface Orders extends com.acme.base.Store<Order> {}
