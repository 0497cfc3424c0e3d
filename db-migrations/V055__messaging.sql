-- Nothing looks texts up by it any more: what leads from a sender to its texts is messages_turn, which its foreign key
-- may use as well. One index less for every text that is stored.
alter table messages drop key messages_sender;
