package cn.xiezhi.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A stretch of time in which a version was in force. */
@Entity
@Table(name = "policy_version")
class PolicyRow {
    @Id String jurisdiction;
    @Id int seq;
    String version;
    long since;
    Long until;
    String snapshot;
}
