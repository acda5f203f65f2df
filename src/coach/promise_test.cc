// What commits the house to something, and what only tells.

#include <gtest/gtest.h>

#include <string_view>

#include "coach/testing/reviews.h"

namespace rapport::coach {
namespace {

bool promises(std::string_view post, std::string_view draft) {
  return finds(post, draft, Rule::kPromise);
}

bool promises(std::string_view draft) { return promises("What happens now?", draft); }

TEST(CoachPromise, MoneyThatComesBackIsOne) {
  EXPECT_TRUE(promises("We'll refund the difference and the postage, Maya."));
  EXPECT_TRUE(promises("All four months are coming back to you, Maya."));
  EXPECT_TRUE(promises("Every penny is coming back to you, Maya."));
  EXPECT_TRUE(promises("The fare will be refunded within five days, Maya."));
  EXPECT_TRUE(promises("Maya, if it's not done you get your money back."));
  EXPECT_TRUE(promises("No problem, Maya, don't worry we'll refund you."));
  EXPECT_TRUE(promises("We take 20 pounds off your bill, Maya."));
  EXPECT_TRUE(promises("We'll replace the boots free of charge, Maya."));
  EXPECT_TRUE(promises("We'll refund the fee that was charged twice, Maya."));
  EXPECT_TRUE(promises("We'll refund you before Friday, Maya."));
  EXPECT_TRUE(promises("We'll refund you as soon as possible, Maya."));
  EXPECT_TRUE(promises("Te devolvemos el dinero lo antes posible, Maya."));
  EXPECT_TRUE(
      promises("E o meu dinheiro, quando o recebo?", "Devolvemos o valor até sexta, Maya."));
  EXPECT_TRUE(promises("Wir erstatten dir den Betrag bis zum Freitag, Maya."));
  EXPECT_TRUE(promises("Nous vous rembourserons vendredi, Maya."));
  EXPECT_TRUE(promises("Le rimborsiamo tutto, Maya, ci scusi."));
}

TEST(CoachPromise, MoneyThatWasPaidOrIsRefusedIsNone) {
  EXPECT_FALSE(promises("You can, Maya. We look it up by the card you paid with."));
  EXPECT_FALSE(promises("The fee you paid covers two visits, Maya."));
  EXPECT_FALSE(promises("You paid 45 euros in May, Maya, and 12 in June."));
  EXPECT_FALSE(promises("You have a credit of 5 euros on the card, Maya."));
  EXPECT_FALSE(promises("We can't refund the postage, Maya, but the shoes are on us."));
  EXPECT_FALSE(promises("We don't refund the deposit within a week of the stay, Maya."));
  EXPECT_FALSE(promises("We never refund tickets, Maya, but you may pass yours on."));
  EXPECT_FALSE(promises("I see your refund left on Monday, Maya."));
  EXPECT_FALSE(promises("Both charges have gone back to your card this morning, Maya."));
  EXPECT_FALSE(promises("A full refund is possible until two days before, Maya."));
  EXPECT_FALSE(promises("You may return it for a full refund, Maya."));
  EXPECT_FALSE(promises("To qualify you have to cancel within 24 hours, Maya."));
  EXPECT_FALSE(promises("We'll look at your refund and tell you here, Maya."));
  EXPECT_FALSE(promises("Sending it back is free, Maya."));
  EXPECT_FALSE(promises("You'll get an answer back from Ewan here, Maya."));
  EXPECT_FALSE(promises("Ewan will get back to you here tomorrow, Maya."));
  EXPECT_FALSE(promises("Non Maya, nous ne pouvons pas rembourser les billets."));
  EXPECT_FALSE(promises("Pour se faire rembourser, il suffit du ticket, Maya."));
  EXPECT_FALSE(promises("No Maya, non rimborsiamo i biglietti, ma si possono cambiare."));
  EXPECT_FALSE(promises("Não Maya, não devolvemos o valor dos bilhetes."));
}

TEST(CoachPromise, ADayThatThingsAreDoneByIsOne) {
  EXPECT_TRUE(promises("It will be with you on Friday, Maya."));
  EXPECT_TRUE(promises("You'll have it on 4 May, Maya."));
  EXPECT_TRUE(promises("The part that was missing will arrive on Friday, Maya."));
  EXPECT_TRUE(promises("The update ships on Friday, Maya."));
  EXPECT_TRUE(promises("It will be out next week, Maya."));
  EXPECT_TRUE(promises("There'll be a fourth on 1 May, Maya."));
  EXPECT_TRUE(promises("The repair should be done on Wednesday, Maya."));
  EXPECT_TRUE(promises("You will have every penny by Friday, Maya."));
  EXPECT_TRUE(promises("We'll have a new chair with you before Christmas, Maya."));
  EXPECT_TRUE(
      promises("Where is my bag? I missed my flight.", "Your bag arrives on Friday, Maya."));
}

TEST(CoachPromise, WhatTheyMayDoAndTimetablesAreNone) {
  EXPECT_FALSE(promises("We will. Come in on 4 May, Maya."));
  EXPECT_FALSE(promises("You can come by on Saturday, Maya."));
  EXPECT_FALSE(promises("You can swim until 8 pm, Maya."));
  EXPECT_FALSE(promises("You can pick it up until Friday, Maya."));
  EXPECT_FALSE(promises("Du kannst am Montag kommen, Maya, wir sind ab 9 da."));
  EXPECT_FALSE(promises("When does the train get in?", "It arrives by 6, Maya, platform 3."));
  EXPECT_FALSE(promises("The bus arrives here on Friday at 9, Maya."));
  EXPECT_FALSE(promises("When is the film out?", "It launches on Friday, Maya."));
  EXPECT_FALSE(promises("Der Bus kommt am Montag um 9, Maya."));
  EXPECT_FALSE(promises("Wann fährt der Zug?", "Der Zug kommt am Montag um 9, Maya."));
  EXPECT_FALSE(promises("Quand arrive le train ?", "Il arrive à 9 h le lundi, Maya, quai 3."));
  EXPECT_FALSE(promises("La piscine sera fermée lundi, Maya."));
  EXPECT_FALSE(promises("You'll find it on page 4, Maya."));
  EXPECT_FALSE(promises("We'll be at the fair on Saturday, Maya."));
  EXPECT_FALSE(promises("We have soup on Sunday, Maya."));
  EXPECT_FALSE(promises("It was delivered by noon on Friday, Maya."));
  EXPECT_FALSE(promises("You'll get another update here on Friday, Maya."));
  EXPECT_FALSE(promises("He is back on Monday, Maya."));
  EXPECT_FALSE(promises("Sorry you cannot make it on Saturday, Maya, we will miss you."));
}

TEST(CoachPromise, AGuaranteeIsGivenAndNotOnlyTalkedAbout) {
  EXPECT_TRUE(promises("It is safe, Maya, we guarantee it."));
  EXPECT_TRUE(promises("You have a lifetime guarantee with us, Maya."));
  EXPECT_TRUE(promises("Nothing can happen, Maya, that's a promise."));
  EXPECT_TRUE(promises("Vous les aurez bientôt, Maya, c'est promis."));
  EXPECT_TRUE(promises("Questo non succederà mai più, Maya, ci dispiace."));
  EXPECT_TRUE(promises("Esto no volverá a pasar nunca más, Maya, lo sentimos."));
  EXPECT_TRUE(promises("Cela n'arrivera plus jamais, Maya, nous sommes désolés."));
  EXPECT_TRUE(promises("Wir zahlen dir den Zahn, Maya, versprochen."));
  EXPECT_TRUE(promises("Is there a guarantee?", "Yes Maya, and we guarantee it never breaks."));

  EXPECT_FALSE(promises("It doesn't always work with those, Maya."));
  EXPECT_FALSE(promises("Is there a guarantee?",
                        "Yes Maya, a two-year guarantee, and the receipt is enough."));
  EXPECT_FALSE(promises("La garantie est de combien ?", "Deux ans de garantie, Maya."));
  EXPECT_FALSE(promises("È in garanzia?", "Sì Maya, è garantito due anni, basta lo scontrino."));
  EXPECT_FALSE(promises("Have a look at our money back guarantee, Maya."));
  EXPECT_FALSE(promises("It is, Maya, and the guarantee is in the box."));
  EXPECT_FALSE(promises("Das haben wir versprochen und nicht gehalten, Maya."));
  EXPECT_FALSE(promises("Nein, Maya, garantieren können wir das nicht."));
  EXPECT_FALSE(promises("Komm auf jeden Fall vorbei, Maya!"));
  EXPECT_FALSE(promises("Yes Maya, that's definitely possible, just ring the bell."));
}

TEST(CoachPromise, AnArticleMayGrantItWithItsDay) {
  Exchange exchange =
      exchange_of("When do refunds for the lamp come?", "We'll refund the lamp by Friday, Maya.");
  EXPECT_TRUE(finds(exchange, Rule::kPromise));
  exchange.articles = {{"https://shop.example/lamp", "Refunds for the lamp",
                        "Refunds for the lamp come by Friday: you get the money back.", ""}};
  EXPECT_FALSE(finds(exchange, Rule::kPromise));
  exchange.articles = {{"https://shop.example/lamp", "Refunds for the lamp",
                        "Refunds for the lamp come by Monday: you get the money back.", ""}};
  EXPECT_TRUE(finds(exchange, Rule::kPromise));
}

}  // namespace
}  // namespace rapport::coach
