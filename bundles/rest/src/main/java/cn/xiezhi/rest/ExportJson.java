package cn.xiezhi.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Shared records of one kind.
 *
 * @param columns in order, with the labels of the file
 * @param items by column id; what a record lacks is empty
 */
record ExportJson(String kind, String kindName, LocalDate from, LocalDate to, List<Column> columns, List<Map<String, String>> items) {
    record Column(String id, String label) {}
}
