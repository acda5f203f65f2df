// What is somebody's own, and what everybody may read.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "coach/testing/reviews.h"

namespace rapport::coach {
namespace {

bool leaks(std::string_view post, std::string_view draft) {
  return finds(post, draft, Rule::kPrivate);
}

bool leaks(std::string_view draft) { return leaks("Can you help me?", draft); }

bool leaks_of(const Addressee& author, std::string_view draft) {
  Exchange exchange = exchange_of("Who do I write to?", draft);
  exchange.author = author;
  return finds(exchange, Rule::kPrivate);
}

TEST(CoachPrivate, ABirthdayIsTheirsWhereItHasItsDate) {
  EXPECT_TRUE(leaks("Your birthday is 14 February 1969, Maya."));
  EXPECT_TRUE(
      leaks("Maya, the file has 14/02/1969 as date of birth, and your birthday 14.02.1969."));
  EXPECT_TRUE(leaks("Dein Geburtsdatum ist der 14.02.1969, Maya."));
  EXPECT_TRUE(leaks("Du bist am 14.02.1969 geboren, Maya, das stimmt so."));
  EXPECT_TRUE(leaks("Sei nata il 14 febbraio 1969, Maya, quindi va bene."));
  EXPECT_TRUE(leaks("Votre date de naissance est le 14/02/1969, Maya."));

  EXPECT_FALSE(leaks("Happy birthday Maya. About 10 candles next time!"));
  EXPECT_FALSE(leaks("Maya, our birthday sale begins on 4 May."));
  EXPECT_FALSE(leaks("Your birthday cake is here from 10, Maya."));
  EXPECT_FALSE(leaks("She was born on 4 May 1850 and wrote it at thirty, Maya."));
  EXPECT_FALSE(leaks("Ciao Maya, naturalmente, dalle 10 alle 18."));
  EXPECT_FALSE(leaks("Ciao Maya, a Natale siamo aperti dalle 10 alle 18."));
  EXPECT_FALSE(leaks("La nostra bottega è nata il 4 maggio 1969, Maya."));
  EXPECT_FALSE(leaks("Notre maison est née le 4 mai 1969, Maya."));
  EXPECT_FALSE(leaks("I was born on 14 February 1969, is that old enough?",
                     "Yes Maya, your birthday is 14 February 1969, that is old enough."));
}

TEST(CoachPrivate, AStreetIsTheirsUnlessWeAreThere) {
  const std::string_view parcel = "Where is my parcel?";
  EXPECT_TRUE(leaks(parcel, "It went to 14 Mill Lane, Maya."));
  EXPECT_TRUE(leaks(parcel, "We delivered it to 5 Harbour View, Maya."));
  EXPECT_TRUE(leaks("My roof leaks.", "We have noted the address as 7 Tannery Row, Maya."));
  EXPECT_TRUE(leaks("Can you check?", "We have you at 22 Loom Street, Maya, is that right?"));
  EXPECT_TRUE(leaks("Can you check?", "Our file says 22 Loom Street, Maya."));
  EXPECT_TRUE(leaks("Can you check?", "We'll come to 22 Loom Street tomorrow, Maya."));
  EXPECT_TRUE(leaks("How do I give?", "Send it to Ms Mirela Stan, 18 Kiln Close, Maya."));

  EXPECT_FALSE(
      leaks("When do you close?", "We close at 6, Maya. High Street is two minutes away."));
  EXPECT_FALSE(leaks("When do you close?", "At 6, Maya, High Street is two minutes away."));
  EXPECT_FALSE(leaks("Any left?", "There are 3 Hyde Park tickets left, Maya."));
  EXPECT_FALSE(leaks("Any left?", "Maya, 20 Mill Road tickets are left."));
  EXPECT_FALSE(leaks("Which bus?", "Take the 8 Green Lane bus, Maya."));
  EXPECT_FALSE(leaks("Is there a walk?", "The 12 Mile Walk starts early, Maya."));
  EXPECT_FALSE(leaks("Where are you?", "22 Loom Street, Maya, the green door."));
  EXPECT_FALSE(leaks("Do you have a shop in York?", "Yes: 7 Stonegate Row, Maya."));
  EXPECT_FALSE(leaks("Which is nearest?", "That's 12 Mill Road, Maya."));
  EXPECT_FALSE(leaks("Where's the finish?", "At 1 Castle Terrace, Maya, under the arch."));
  EXPECT_TRUE(leaks("Where's the parcel?", "At 1 Castle Terrace, Maya, under the arch."));
  EXPECT_FALSE(leaks("Is it free?", "The talk is at 14 High Street, Maya, and it is free."));
  EXPECT_FALSE(leaks("Where is the new branch?", "We moved to 18 Kiln Close last week, Maya."));
}

TEST(CoachPrivate, ACodeIsTheirsBehindWhatItIsOf) {
  EXPECT_TRUE(leaks("Your booking KQ7T2M is moved to the 7:15, Maya."));
  EXPECT_TRUE(leaks("The meter number is E14X0926, Maya."));
  EXPECT_TRUE(leaks("Registration AB12CDE is done, Maya."));

  EXPECT_FALSE(leaks("One code an order: SPRING24SALE or FREESHIP50NOW, Maya."));
  EXPECT_FALSE(leaks("Those are the Sony WH1000XM5, Maya."));
  EXPECT_FALSE(leaks("Yes Maya, SAVE20NOW takes a fifth off."));
  EXPECT_FALSE(leaks("Your order, with the code SAVE20NOW, is a fifth off, Maya."));
  EXPECT_FALSE(leaks("The network is CAFE2GUEST, Maya, and needs no password."));
}

TEST(CoachPrivate, AnAddressOfMailIsAPersonsByWhatStandsBeforeTheHost) {
  EXPECT_TRUE(leaks("I see maya@lindqvist.example has two."));
  EXPECT_TRUE(leaks("I see mlindqvist@work.example has two."));
  EXPECT_TRUE(leaks("It went to olga.smirnova82@post.example, Maya."));
  EXPECT_TRUE(leaks("It went to somebody@gmail.com, Maya."));

  EXPECT_FALSE(leaks("Write to lost.property@railway.example, Maya."));
  EXPECT_FALSE(leaks("Write to jobs.bristol@bakery.example, Maya."));
  EXPECT_FALSE(leaks("Send it to kites2026@festival.example, Maya."));
  EXPECT_TRUE(leaks("Send it to kites82@festival.example, Maya."));
  EXPECT_FALSE(leaks("Write to us at thecornercafe@gmail.com, Maya."));
  // Of a handle, the domain names nobody.
  EXPECT_FALSE(leaks_of({"", "maya.com"}, "Write to archive@club.com, Maya."));
  EXPECT_FALSE(leaks_of({"", "club.bsky.social"}, "Write to social@bsky.example, Maya."));
  EXPECT_FALSE(leaks_of({"Ana Ruiz", ""}, "Write to banana@fruit.example, Ana."));
  EXPECT_TRUE(leaks_of({"", "lindqvist.design"}, "I see lindqvist@work.example has two."));
  EXPECT_FALSE(leaks("Mine is maya@lindqvist.example, is it right?",
                     "Yes, maya@lindqvist.example it is, Maya."));
}

TEST(CoachPrivate, NamesOfManyLettersAreReadQuickly) {
  const std::string same(4000, 'm');
  const std::string draft = "It is " + same + "x@host.example, Maya.";
  EXPECT_FALSE(leaks_of({"mmm mmmm mmmmm", ""}, draft));
}

TEST(CoachPrivate, ANumberIsTheirsUnlessTheyWroteIt) {
  EXPECT_TRUE(leaks("Your order 88213 is on its way, Maya."));
  EXPECT_FALSE(leaks("Can you cancel my order 123456?", "Done, Maya, order 123456 is cancelled."));
  EXPECT_FALSE(leaks("Is 4471-0092-88 mine?", "Yes Maya, your order 4471009288 is paid."));
  EXPECT_TRUE(leaks("Can you cancel my order 123456?", "Order 123457 is cancelled, Maya."));

  Exchange exchange = exchange_of("Any news?", "Order 88213 left this morning, Maya.");
  exchange.thread = {{"Where is order 88213?", false}};
  EXPECT_FALSE(finds(exchange, Rule::kPrivate));
  exchange.thread = {{"Where is order 88213?", true}};
  EXPECT_TRUE(finds(exchange, Rule::kPrivate));
}

TEST(CoachPrivate, DaysHoursAndHowManyAreNobodysNumber) {
  EXPECT_FALSE(leaks("Yes Maya, 05/12/2026 10-16 and the day after."));
  EXPECT_FALSE(leaks("Maya, 08-12 13-18 on weekdays, 09-12 14-16 on Saturdays."));
  EXPECT_FALSE(leaks("Maya, 1914-1918 1939-1945 2001-2021 are all on the second floor."));
  EXPECT_FALSE(leaks("Any loyalty card 5000 points or more, Maya."));
  EXPECT_FALSE(leaks("Con la cuenta 5000 puntos dan un café, Maya."));
  EXPECT_FALSE(leaks("A case 1200 by 800 fits, Maya."));
  EXPECT_FALSE(leaks("We had 1234567 visits last year, Maya."));
  EXPECT_FALSE(leaks("You can order 5000 at once, Maya."));
  EXPECT_FALSE(leaks("Book your room 24 hours ahead, Maya."));
  EXPECT_TRUE(leaks("Maya, 05/12/2026 10-16, account 33871120."));
  EXPECT_TRUE(leaks("You're in 412 till Sunday, right, Maya?"));
}

TEST(CoachPrivate, NumbersOfThingsAndOfTheHouseAreForEverybody) {
  EXPECT_FALSE(leaks("It's ISBN 978-3-16-148410-0, Maya, any bookshop has it."));
  EXPECT_FALSE(leaks("Ref. 7016, Maya, in matt."));
  EXPECT_TRUE(leaks("Your reference 70164 is open, Maya."));
  EXPECT_FALSE(leaks("Item number 4455667, Maya, in blue and red."));
  EXPECT_FALSE(leaks("Yes Maya, our charity number is 1145678."));
  EXPECT_FALSE(leaks("Our IBAN is DE89 3704 0044 0532 0130 00, Maya."));
  EXPECT_TRUE(leaks("Your IBAN is DE89 3704 0044 0532 0130 00, Maya."));
}

TEST(CoachPrivate, WhoAsksForAPhoneNumberMayBeToldOne) {
  EXPECT_FALSE(leaks("What's the number for the out of hours vet?", "It's 0117 496 0123, Maya."));
  EXPECT_FALSE(leaks("Quel est votre numéro ?", "C'est le 01 44 55 66 77, Maya, de 9h à 18h."));
  EXPECT_FALSE(leaks("Can you help?", "It's 0800 496 0123, Maya, all night."));
  EXPECT_FALSE(leaks("Reach out by calling 866-216-1072 at any hour, Maya."));
  EXPECT_TRUE(leaks("Can you see why?", "Our colleague Joan (07911 123456) will know, Maya."));
  EXPECT_TRUE(leaks("Do you have my phone number?", "Yes Maya, 07911 123456."));
  EXPECT_TRUE(leaks("What's the number for complaints?", "I'll call you on 07911 123456, Maya."));
}

}  // namespace
}  // namespace rapport::coach
