import dev.perflint.maven.it.InstalledLibrary

new InstalledLibrary(localRepositoryPath.toPath(), 'com.acme', 'base', '1').of([
  'org/springframework/data/repository/Repository.java': """
package org.springframework.data.repository;

public interface Repository<T, K> {
  java.util.Optional<T> findById(K id);
}
""",
  'com/acme/base/Store.java': """
package com.acme.base;

public interface Store<T> extends org.springframework.data.repository.Repository<T, Long> {}
"""])
