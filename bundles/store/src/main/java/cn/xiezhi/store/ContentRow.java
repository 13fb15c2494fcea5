package cn.xiezhi.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "content")
class ContentRow {
    @Id String jurisdiction;
    @Id String sha256;
    byte[] bytes;
}
