package cn.xiezhi.policy;

import java.time.LocalDate;
import java.util.Optional;

/** A source document: its title, its number where it has one, and the day from which it holds. */
public record Document(String id, String title, Optional<String> number, Optional<LocalDate> since) {}
